import { useNavigate } from 'react-router';
import { Act } from '../ui/Act.tsx';
import { Page } from '../ui/Page.tsx';
import { places } from './places.ts';

/** A screen that broke: plain words, no stack, a way back. The registers are not touched by it. */
export function PageFault() {
  const go = useNavigate();
  return (
    <Page title="这一页没有显示出来">
      <div className="card empty">
        <p>程序在显示这一页时中断，已有登记完好，本次没有登记。请回到今日重新打开；再次发生时请系统管理员查看本机。</p>
        <Act tone="primary" onClick={() => void go(places.today)}>回到今日</Act>
      </div>
    </Page>
  );
}
